/** Whether the server can do its work: what `/health/ready` reports. */
@NullMarked
package org.tidemark.health;

import org.jspecify.annotations.NullMarked;
