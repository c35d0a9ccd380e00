package org.tidemark.media.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.core.media.ContentType;

class ContentDetectorTest {
  private static final ContentDetector DETECTOR = new ContentDetector();

  /** Beginnings of files, in Latin-1, and what they are. */
  @ParameterizedTest
  @CsvSource({
    "'\u0089PNG\r\n\u001a\n\0\0\0\rIHDR',image/png",
    "'\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF',image/jpeg",
    "GIF89a,image/gif",
    "'RIFF\0\0\0\0WEBPVP8 ',image/webp",
    "'%PDF-1.7\n',application/pdf",
    "'PK\u0003\u0004\u0014\0\0\0',application/zip",
    "'<!DOCTYPE html><html><body>',text/html",
    "'<html><script>alert(1)</script>',text/html",
    "'<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">',image/svg+xml",
    "'<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\">',image/svg+xml",
    "'just words, many of them',text/plain",
    "'#!/bin/sh\necho x',application/x-sh",
    "'\u007fELF\u0002\u0001\u0001',application/x-elf",
    "'GIF89a=1;alert(1)',image/gif",
    "'\u0001\u0002\u0003\u0004',application/octet-stream"
  })
  void head_tellsTheType(String head, String type) {
    assertThat(DETECTOR.detect(head.getBytes(StandardCharsets.ISO_8859_1)).value()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "image/png,image/png,true",
    "text/csv,text/plain,true",
    "audio/x-wav,audio/vnd.wave,true",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/zip,true",
    "application/vnd.oasis.opendocument.text,application/zip,true",
    "video/webm,application/x-matroska,true",
    "image/png,application/octet-stream,false",
    "image/png,text/html,false",
    "image/svg+xml,application/xml,false",
    "text/plain,text/html,false",
    "image/jpeg,image/png,false"
  })
  void declared_mayBeTheFound(String declared, String found, boolean may) {
    assertThat(DETECTOR.mayBe(new ContentType(declared), new ContentType(found))).isEqualTo(may);
  }

  @Test
  void nothing_isUnknown() {
    assertThat(DETECTOR.detect(new byte[0])).isEqualTo(ContentType.UNKNOWN);
  }
}
