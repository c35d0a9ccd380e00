/** What needs a person, at a glance. */
@NullMarked
package org.tidemark.server.overview.boundary;

import org.jspecify.annotations.NullMarked;
