package org.tidemark.app.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.app.http.Call;
import org.tidemark.app.http.Refused;
import org.tidemark.app.http.Reply;
import org.tidemark.app.http.Routes;
import org.tidemark.app.record.Keys;
import org.tidemark.app.session.Workplace;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.RecordKey;

/**
 * Brings what a record has as its photo from the server, with the token that a page does not have.
 * Whatever a record says, this user's own server is asked, for a media by its id, and nobody else.
 * A picture can be shown; a sound or a film is handed over as a file alone.
 */
public final class Photos {

  private static final Pattern MEDIA = Pattern.compile(".*/api/v1/media/([A-Za-z0-9_-]{1,64})");
  private static final List<String> PICTURES =
      List.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif");
  private static final Pattern FILES = Pattern.compile("(image|audio|video)/[a-z0-9.+-]{1,60}");

  /** How files end that are not called as their types. */
  private static final Map<String, String> ENDINGS =
      Map.of(
          "image/jpeg", "jpg",
          "audio/mpeg", "mp3",
          "audio/mp4", "m4a",
          "video/quicktime", "mov",
          "video/x-matroska", "mkv",
          "video/x-msvideo", "avi");

  private static final long MOST_PICTURE_BYTES = 64L << 20;
  private static final int BUFFER = 1 << 16;

  private final Workplace workplace;

  public Photos(Workplace workplace) {
    this.workplace = workplace;
  }

  public void add(Routes routes) {
    routes.get("/api/photo", this::show).get("/api/file", this::handOver);
  }

  private Reply show(Call call) throws IOException {
    HttpURLConnection connection = open(media(call));
    String type = type(connection);
    if (!PICTURES.contains(type)) {
      connection.disconnect();
      throw new Refused(415, "NO_PICTURE", "The file is no picture that can be shown here.");
    }
    return new Reply(
        200,
        Map.of("Content-Type", type),
        Reply.STREAM,
        out -> copy(connection, out, MOST_PICTURE_BYTES));
  }

  /** The file as one to keep: a browser opens nothing of it. */
  private Reply handOver(Call call) throws IOException {
    String media = media(call);
    HttpURLConnection connection = open(media);
    String type = type(connection);
    if (!FILES.matcher(type).matches()) {
      connection.disconnect();
      throw new Refused(415, "NO_MEDIA", "The file is neither a picture nor a sound nor a film.");
    }
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/octet-stream",
            "Content-Disposition",
            "attachment; filename=\"" + media + "." + ending(type) + "\"");
    return new Reply(
        200,
        headers,
        Reply.STREAM,
        out -> copy(connection, out, workplace.settings().uploads().mostFileBytes()));
  }

  private static String ending(String type) {
    String name = type.substring(type.indexOf('/') + 1).replaceFirst("^x-|[+].*$", "");
    return ENDINGS.getOrDefault(type, name);
  }

  private String media(Call call) {
    RecordKey key = Keys.key(call);
    Matcher media =
        workplace
            .client()
            .collection(key.space(), key.type())
            .get(key.id().value())
            .map(view -> view.shown().json().get("photo"))
            .filter(JsonString.class::isInstance)
            .map(value -> MEDIA.matcher(((JsonString) value).value()))
            .filter(Matcher::matches)
            .orElseThrow(() -> Refused.unknown("photo"));
    return media.group(1);
  }

  private HttpURLConnection open(String media) throws IOException {
    if (!workplace.network().isOn()) {
      throw away();
    }
    URI address = URI.create(workplace.settings().server() + "/api/v1/media/" + media);
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) workplace.settings().timing().connect().toMillis());
    connection.setReadTimeout((int) workplace.settings().timing().answer().toMillis());
    connection.setRequestProperty("Authorization", "Bearer " + workplace.settings().token().get());
    return connection;
  }

  private static String type(HttpURLConnection connection) {
    try {
      if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
        return String.valueOf(connection.getContentType()).split(";", -1)[0];
      }
    } catch (IOException e) {
      connection.disconnect();
      throw away();
    }
    connection.disconnect();
    throw Refused.unknown("photo");
  }

  private static Refused away() {
    return new Refused(503, "AWAY", "The server can't be reached; the photo is shown later.");
  }

  private static void copy(HttpURLConnection connection, OutputStream out, long most)
      throws IOException {
    try (InputStream in = connection.getInputStream()) {
      byte[] buffer = new byte[BUFFER];
      long left = most;
      for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
        out.write(buffer, 0, (int) Math.min(n, left));
        left -= n;
      }
    } finally {
      connection.disconnect();
    }
  }
}
