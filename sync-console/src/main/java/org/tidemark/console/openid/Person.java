package org.tidemark.console.openid;

import java.util.Set;

/**
 * Somebody whom the provider knows.
 *
 * @param subject the name under which the provider never knows anybody else; it stands in the trail
 * @param name for people to read
 * @param groups as the provider's {@code groups} claim names them
 * @param idToken what said so
 */
record Person(String subject, String name, Set<String> groups, String idToken) {}
