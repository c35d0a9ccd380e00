/** A world of clients, clocks and a bad network, run step by step from one seed. */
@NullMarked
package org.tidemark.testkit.world;

import org.jspecify.annotations.NullMarked;
