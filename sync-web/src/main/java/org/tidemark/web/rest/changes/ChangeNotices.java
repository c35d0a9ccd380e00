package org.tidemark.web.rest.changes;

import org.tidemark.server.identity.Caller;
import org.tidemark.server.pull.boundary.ChangeFeed;

/** Where notices of changes come from. */
@FunctionalInterface
interface ChangeNotices {
  ChangeFeed.Subscription subscribe(Caller caller, Runnable onChange);
}
