package org.tidemark.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the server's own time went, by a recording of its run: each sample counts for the innermost
 * part that is on its stack.
 */
final class Profile {
  private static final Map<String, String> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("org.tidemark.core.json", "our JSON");
    PARTS.put("org.tidemark.core.mutation", "reading mutations, fingerprints");
    PARTS.put("org.tidemark.core", "deciding");
    PARTS.put("org.tidemark.server", "push and pull");
    PARTS.put("org.tidemark.web", "GraphQL");
    PARTS.put("org.tidemark.identity", "tokens");
    PARTS.put("com.fasterxml.jackson", "JSON tokens");
    PARTS.put("org.postgresql", "JDBC driver");
    PARTS.put("org.infinispan", "Infinispan");
    PARTS.put("com.arjuna", "JTA");
    PARTS.put("org.wildfly.transaction", "JTA");
    PARTS.put("org.jboss.jca", "data source");
    PARTS.put("org.jboss.as.ejb3", "EJB");
    PARTS.put("org.jboss.as.ee", "EJB");
    PARTS.put("org.jboss.invocation", "EJB");
    PARTS.put("org.jboss.weld", "CDI");
    PARTS.put("io.micrometer", "metrics");
    PARTS.put("org.wildfly.security", "security");
    PARTS.put("io.undertow", "HTTP");
    PARTS.put("org.xnio", "HTTP");
    PARTS.put("io.smallrye", "other libraries");
  }

  private Profile() {}

  /** A time in which the server did one thing. */
  record Span(String work, Instant from, Instant to) {
    boolean has(RecordedEvent event) {
      return event.getStartTime().isAfter(from) && event.getStartTime().isBefore(to);
    }
  }

  static void print(Path recording, Span span) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Integer> methods = new TreeMap<>();
    int all = 0;
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals("jdk.ExecutionSample")
            && span.has(event)
            && event.getStackTrace() != null) {
          List<RecordedFrame> frames = event.getStackTrace().getFrames();
          counts.merge(part(frames), 1, Integer::sum);
          methods.merge(name(frames.get(0)), 1, Integer::sum);
          all++;
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%nWhere the server's Java time went with %s, %d samples:%n",
        span.work(),
        all);
    table(counts, all, 30);
    System.out.println("The hottest methods:");
    table(methods, all, 25);
  }

  private static void table(Map<String, Integer> counts, int all, int most) {
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .forEach(
            entry ->
                System.out.printf(
                    Locale.ROOT,
                    "  %5.1f %%  %s%n",
                    100.0 * entry.getValue() / all,
                    entry.getKey()));
  }

  private static String part(List<RecordedFrame> frames) {
    for (RecordedFrame frame : frames) {
      String type = frame.getMethod().getType().getName();
      for (Map.Entry<String, String> part : PARTS.entrySet()) {
        if (type.startsWith(part.getKey())) {
          return part.getValue();
        }
      }
    }
    return "else";
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }
}
