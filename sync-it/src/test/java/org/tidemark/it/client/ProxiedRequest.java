package org.tidemark.it.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as it came, and what it asks for. */
public record ProxiedRequest(String head, byte[] body) {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)\r\n");
  private static final Pattern CONNECTION = Pattern.compile("(?i)\r\nconnection: [^\r]*");
  private static final String END = "\r\n\r\n";
  private static final int MOST_HEAD_BYTES = 1 << 16;

  /** What a client asks for. */
  public enum Kind {
    PULL,
    PUSH,
    RESOLVE,
    POLICIES,
    LISTEN,
    /** Announces a file. */
    ANNOUNCE,
    /** Asks how an upload stands. */
    LOOK,
    /** Asks for fresh addresses. */
    ADDRESSES,
    /** Brings the bytes of a part. */
    PART,
    COMPLETE,
    ABORT
  }

  /** Reads a request whose length is given beforehand, as the client's always is. */
  static ProxiedRequest read(InputStream in) throws IOException {
    String head = head(in);
    Matcher length = LENGTH.matcher(head);
    int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    byte[] body = in.readNBytes(bytes);
    if (body.length < bytes) {
      throw new EOFException("half a request");
    }
    return new ProxiedRequest(head, body);
  }

  /** Reads up to and with the empty line that ends a head. */
  static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END)) {
      int next = in.read();
      if (next < 0 || head.size() == MOST_HEAD_BYTES) {
        throw new EOFException("half a head");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  Kind kind() {
    String path = head.split(" ", 3)[1];
    if (path.contains("/api/v1/media/")) {
      return mediaKind(path);
    }
    if (head.startsWith("GET ")) {
      return Kind.LISTEN;
    }
    String text = new String(body, 0, Math.min(body.length, 40), StandardCharsets.UTF_8);
    if (text.contains("mutation Push")) {
      return Kind.PUSH;
    } else if (text.contains("mutation Resolve")) {
      return Kind.RESOLVE;
    } else if (text.contains("query Pull")) {
      return Kind.PULL;
    }
    return Kind.POLICIES;
  }

  private Kind mediaKind(String path) {
    return switch (head.substring(0, head.indexOf(' '))) {
      case "PUT" -> Kind.PART;
      case "GET" -> Kind.LOOK;
      case "DELETE" -> Kind.ABORT;
      default ->
          path.endsWith("/parts")
              ? Kind.ADDRESSES
              : path.endsWith("/complete") ? Kind.COMPLETE : Kind.ANNOUNCE;
    };
  }

  /** The head to send on: the connection serves this one request. */
  byte[] headForOne() {
    String others =
        CONNECTION.matcher(head.substring(0, head.length() - END.length())).replaceAll("");
    return (others + "\r\nConnection: close" + END).getBytes(StandardCharsets.ISO_8859_1);
  }
}
