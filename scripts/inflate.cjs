/** What the bundle gives to `unicode-trie` in place of `tiny-inflate`: Node's own, for tables that are unpacked whenever padpress is started. */
const { inflateRawSync } = require('node:zlib');

module.exports = (packed, room) => {
  room.set(inflateRawSync(packed));
  return room;
};
