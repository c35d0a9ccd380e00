/** The one server of a test run, and how tests speak with it. */
@NullMarked
package org.tidemark.it.server;

import org.jspecify.annotations.NullMarked;
