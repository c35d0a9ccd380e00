@NullMarked
package org.tidemark.server.audit.control;

import org.jspecify.annotations.NullMarked;
