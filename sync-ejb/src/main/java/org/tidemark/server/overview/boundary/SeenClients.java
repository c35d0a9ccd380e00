package org.tidemark.server.overview.boundary;

/**
 * How many clients were there.
 *
 * @param lastDay seen in the last 24 hours
 * @param lastWeek seen in the last seven days, those of the last day among them
 * @param wrongClocks of those of the last week, how many had a clock that had to be corrected
 */
public record SeenClients(int total, int lastDay, int lastWeek, int wrongClocks) {}
