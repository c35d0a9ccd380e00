package org.tidemark.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidemark.core.json.JsonObject;

/** Who sends or reads slowly keeps nobody else from being answered. */
@Timeout(180)
class ServerTest {

  /** More than the server has threads. */
  private static final int MANY = 40;

  /** More than it has threads and lets wait. */
  private static final int CROWD = 500;

  private static final int PATIENCE_SECONDS = 60;

  private final CountDownLatch flooded = new CountDownLatch(1);
  private final List<Socket> slow = new ArrayList<>();
  private Server server;

  @BeforeEach
  void start() throws IOException {
    server = Server.on(0, Duration.ofMillis(400));
    server.start(this::act);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : slow) {
      socket.close();
    }
    server.close();
  }

  private Reply act(Call call) throws IOException {
    if (call.path().equals("/flood")) {
      return Reply.stream("text/plain", this::flood);
    }
    if (call.method().equals("POST")) {
      return Reply.json(call.body());
    }
    return Reply.json(JsonObject.EMPTY);
  }

  /** Writes until nobody takes it any more. */
  private void flood(OutputStream out) throws IOException {
    byte[] much = new byte[1 << 20];
    try {
      while (true) {
        out.write(much);
      }
    } finally {
      flooded.countDown();
    }
  }

  private Socket say(String words) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    socket.getOutputStream().write(words.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private void slowly(String words) throws IOException {
    slowly(MANY, words);
  }

  private void slowly(int many, String words) throws IOException {
    for (int i = 0; i < many; i++) {
      slow.add(say(words));
    }
  }

  private String answerToOthers() throws IOException {
    try (Socket good = say("GET / HTTP/1.1\nHost: here\nConnection: close\n\n")) {
      return all(good);
    }
  }

  /** All that comes; what was closed before it was read has nothing to say. */
  private static String all(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException e) {
      return "";
    }
  }

  /**
   * Somebody asks again who was cut off too: there was no room, or the machine stood still in the
   * middle of their request.
   */
  private void othersAreAnswered() throws IOException {
    String answer = "";
    while (answer.isEmpty()) {
      assertThat(Thread.currentThread().isInterrupted()).as("the time is over").isFalse();
      answer = answerToOthers();
    }
    assertThat(answer).startsWith("HTTP/1.1 200").endsWith("{}");
  }

  private void slowOnesAreCutOff() throws IOException {
    for (Socket socket : slow) {
      assertThat(all(socket)).doesNotContain("200 OK");
    }
  }

  @Test
  void headsThatDoNotEnd_areCutOff() throws IOException {
    slowly("GET / HTTP/1.1\nHost: he");
    othersAreAnswered();
    slowOnesAreCutOff();
  }

  @Test
  void bodiesThatDoNotCome_areCutOff() throws IOException {
    slowly("POST / HTTP/1.1\nHost: here\nContent-Type: application/json\nContent-Length: 9\n\n{");
    othersAreAnswered();
    slowOnesAreCutOff();
  }

  /** The answer is there before the body, of which the rest is waited for at the end. */
  @Test
  void bodiesThatNobodyReads_areCutOff() throws IOException {
    slowly("GET / HTTP/1.1\nHost: here\nContent-Length: 9\n\n{");
    othersAreAnswered();
    for (Socket socket : slow) {
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
    }
  }

  @Test
  void answersThatNobodyTakes_areCutOff() throws Exception {
    slow.add(say("GET /flood HTTP/1.1\nHost: here\n\n"));
    assertThat(flooded.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    othersAreAnswered();
  }

  /** The patience with one is longer here than the test: it is the crowd that is cut off. */
  private void startPatiently() throws IOException {
    server.close();
    server = Server.on(0, Duration.ofHours(1));
    server.start(this::act);
  }

  @Test
  void crowdOfHeadsThatDoNotEnd_isCutOff_andThePageComesBack() throws IOException {
    startPatiently();
    slowly(CROWD, "GET / HTTP/1.1\nHost: he");
    othersAreAnswered();
  }

  @Test
  void crowdOfBodiesThatDoNotCome_isCutOff_andThePageComesBack() throws IOException {
    startPatiently();
    slowly(CROWD, "GET / HTTP/1.1\nHost: here\nContent-Length: 9\n\n{");
    othersAreAnswered();
  }
}
