package org.tidemark.web.graphql.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Measures the API without its boundaries: prints microseconds of CPU for a batch of 100 mutations,
 * or for a page of 1,000 records.
 */
final class EngineBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private EngineBenchmark() {}

  public static void main(String[] arguments) {
    GraphQLEngine engine = TestApi.engine();
    String request =
        arguments.length > 1 && arguments[1].equals("pull") ? Batches.PULL : Batches.push(100);
    byte[] body = request.getBytes(StandardCharsets.UTF_8);
    boolean general = arguments.length > 1 && arguments[1].equals("general");
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 12;
    for (int round = 0; round < rounds; round++) {
      long[] times = new long[300];
      for (int i = 0; i < times.length; i++) {
        long start = THREADS.getCurrentThreadCpuTime();
        Answer answer =
            general
                ? engine.answerGenerally(body, body.length, TestApi.ANA)
                : engine.answer(body, body.length, TestApi.ANA);
        times[i] = THREADS.getCurrentThreadCpuTime() - start;
        if (answer.status() != 200 || answer.body().size() < 10_000) {
          throw new IllegalStateException(answer.body().text());
        }
      }
      Arrays.sort(times);
      System.out.printf(
          "round %d: median %d us, best tenth %d us, body %d bytes%n",
          round, times[times.length / 2] / 1000, times[times.length / 10] / 1000, body.length);
    }
  }
}
