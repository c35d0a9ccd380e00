/** The transport over HTTP, by the means that Java and Android share. */
@NullMarked
package org.tidemark.client.transport.http;

import org.jspecify.annotations.NullMarked;
