/** What an application sets. */
@NullMarked
package org.tidemark.client.settings;

import org.jspecify.annotations.NullMarked;
