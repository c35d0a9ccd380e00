package org.tidemark.console.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** The other end of a stream: what came, and whether it was ended. */
final class Told {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  boolean isOver;

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** A connection that takes everything at once. */
  AsyncContext connection() {
    ServletOutputStream out =
        new ServletOutputStream() {
          @Override
          public void write(int one) {
            bytes.write(one);
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void setWriteListener(WriteListener listener) {
            try {
              listener.onWritePossible();
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          }
        };
    ServletResponse response = with(ServletResponse.class, Map.of("getOutputStream", () -> out));
    return with(
        AsyncContext.class, Map.of("getResponse", () -> response, "complete", () -> isOver = true));
  }

  private static <T> T with(Class<T> type, Map<String, Supplier<Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object answer = answers.getOrDefault(method.getName(), () -> "").get();
              return method.getReturnType() == void.class || "".equals(answer) ? null : answer;
            }));
  }
}
