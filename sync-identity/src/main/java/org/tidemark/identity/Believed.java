package org.tidemark.identity;

import java.time.Instant;
import org.wildfly.security.authz.Attributes;

/**
 * What a token says that is to be believed.
 *
 * @param attributes the subject and the groups; read only
 * @param end when the token expires
 */
record Believed(Attributes attributes, Instant end) {}
