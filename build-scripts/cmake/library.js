// biome-ignore-all lint: this replaces functions of Emscripten's library (--js-library in programs.cmake).
// embind's own also know wide strings and strings of bytes, which the module does not have; without them a first visit is 1.2 kB smaller.
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring: () => {},
  _embind_register_std_string__deps: ['malloc', 'free', '$readLatin1String', '$registerType'],
  // A string lies in memory as its length, four bytes, and its bytes in UTF-8.
  _embind_register_std_string: (rawType, name) => {
    registerType(rawType, {
      name: readLatin1String(name),
      fromWireType(at) {
        var text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(HEAPU8.slice(at + 4, at + 4 + HEAPU32[at >> 2]));
        _free(at);
        return text;
      },
      toWireType(destructors, text) {
        var bytes = new TextEncoder().encode(text);
        var at = _malloc(5 + bytes.length);
        HEAPU32[at >> 2] = bytes.length;
        HEAPU8.set(bytes, at + 4);
        if (destructors !== null) destructors.push(_free, at);
        return at;
      },
      argPackAdvance: 8,
      readValueFromPointer(at) {
        return this.fromWireType(HEAPU32[at >> 2]);
      },
      destructorFunction: (at) => _free(at),
    });
  },
});
