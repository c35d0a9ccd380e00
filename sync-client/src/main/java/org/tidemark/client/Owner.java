package org.tidemark.client;

import java.net.URI;
import org.tidemark.core.record.SpaceId;

/**
 * Whom a database belongs to, so that a program need not ask again.
 *
 * @param space the space that was usual when the database was made, or was remembered since
 */
public record Owner(URI server, String user, SpaceId space) {}
