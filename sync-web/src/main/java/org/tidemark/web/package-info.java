/** The API over HTTP. */
package org.tidemark.web;
