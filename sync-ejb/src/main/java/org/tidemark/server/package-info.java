/** The server: one package for each feature, each with boundary, control and entity. */
@NullMarked
package org.tidemark.server;

import org.jspecify.annotations.NullMarked;
