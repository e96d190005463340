document.querySelectorAll("[data-keys]").forEach(moveByKeys);

/** Makes a map one stop of the Tab key, where arrow keys move from tile to tile. */
function moveByKeys(map) {
  const tiles = [...map.querySelectorAll("a")];
  const places = new Map(
    tiles.map((tile) => [tile, /row-(\d+) column-(\d+)/.exec(tile.parentElement.className).slice(1).map(Number)])
  );
  const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [1, -1], ArrowRight: [1, 1] };
  let current = tiles[0];
  tiles.forEach((tile) => (tile.tabIndex = tile === current ? 0 : -1));
  map.addEventListener("focusin", ({ target }) => {
    current.tabIndex = -1;
    current = target;
    current.tabIndex = 0;
  });
  map.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.key in steps)) return;
    event.preventDefault();
    const [along, way] = steps[event.key];
    const here = places.get(current);
    // Before all others, the next in the same row or column.
    const ahead = (tile) => (places.get(tile)[along] - here[along]) * way;
    const aside = (tile) => Math.abs(places.get(tile)[1 - along] - here[1 - along]);
    const far = (tile) => ahead(tile) + 20 * aside(tile);
    const [next] = tiles.filter((tile) => ahead(tile) > 0).sort((one, other) => far(one) - far(other));
    next?.focus();
  });
}
