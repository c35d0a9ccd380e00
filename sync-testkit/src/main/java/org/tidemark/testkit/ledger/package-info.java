/** What happened in a world, for the checkers: they read nothing else. */
@NullMarked
package org.tidemark.testkit.ledger;

import org.jspecify.annotations.NullMarked;
