/** What every change of the local state shares: transactions, events, policies, snapshots. */
@NullMarked
package org.tidemark.client.ledger;

import org.jspecify.annotations.NullMarked;
