/** The server: one package for each feature, each with boundary, control and entity. */
package org.tidemark.server;
