/** Opens the client for one call: whose data, which server, which token. */
@NullMarked
package org.tidemark.cli.session;

import org.jspecify.annotations.NullMarked;
