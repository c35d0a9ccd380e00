/** Migration of the schema and access to the data source. */
@NullMarked
package org.tidemark.server.database;

import org.jspecify.annotations.NullMarked;
