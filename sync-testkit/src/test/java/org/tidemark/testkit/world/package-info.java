@NullMarked
package org.tidemark.testkit.world;

import org.jspecify.annotations.NullMarked;
