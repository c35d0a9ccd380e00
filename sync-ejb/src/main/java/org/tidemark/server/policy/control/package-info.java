/** Finds the policy in force and checks data against its schema. */
@NullMarked
package org.tidemark.server.policy.control;

import org.jspecify.annotations.NullMarked;
