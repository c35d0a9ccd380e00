package org.tidemark.console.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.server.media.boundary.MediaLibrary;

/** Finds the files that fields name, and says where a page may take pictures from. */
@Named
@RequestScoped
public class Pictures {
  private static final int MOST = 24;
  private static final Set<String> PAGES_WITH_PICTURES = Set.of("/conflict.xhtml");

  @Inject private MediaLibrary library;
  @Inject private SignedIn signedIn;

  /** The place beside the console's own that the page takes pictures from; "": none. */
  public String getOrigin() {
    String page = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    return PAGES_WITH_PICTURES.contains(page) ? library.origin() : "";
  }

  /** Puts to the fields what their sides name; at most so much of it as a page bears. */
  void find(Facts facts, List<FieldChoice> fields) {
    int left = MOST;
    for (FieldChoice field : fields) {
      List<Picture> found = new ArrayList<>();
      for (Side side : field.getSides()) {
        Json value = side.same() || left <= 0 ? null : field.side(side.choice());
        if (value != null) {
          JsonObject data = JsonPointer.parse(field.getPath()).put(JsonObject.EMPTY, value);
          library.shown(signedIn.caller(), facts.space(), facts.entityType(), data).stream()
              .map(shown -> Picture.of(side.choice(), shown))
              .forEach(found::add);
        }
      }
      left -= found.size();
      field.setPictures(found);
    }
  }
}
