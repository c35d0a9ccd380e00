package org.tidemark.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One connection to the live channel, whose event lines are read by a thread. */
public final class Listening implements AutoCloseable {
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final InputStream stream;

  public Listening(Device device) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = ask(device);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    stream = response.body();
    Thread reader = new Thread(this::read, "changes");
    reader.setDaemon(true);
    reader.start();
  }

  /** Asks for a connection, which may be refused. */
  public static HttpResponse<InputStream> ask(Device device)
      throws IOException, InterruptedException {
    return Http.client()
        .send(device.http().request("/api/v1/changes").GET().build(), BodyHandlers.ofInputStream());
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          events.add(line);
        }
      }
    } catch (IOException closed) {
      events.add("closed");
    }
  }

  /** The next event, which has to come. */
  public String next() throws InterruptedException {
    return within(20_000);
  }

  /** The next event; "null" when there is none within the time, "closed" at the end. */
  public String within(long milliseconds) throws InterruptedException {
    return String.valueOf(events.poll(milliseconds, TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
