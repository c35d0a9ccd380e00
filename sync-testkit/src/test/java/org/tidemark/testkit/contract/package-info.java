@NullMarked
package org.tidemark.testkit.contract;

import org.jspecify.annotations.NullMarked;
