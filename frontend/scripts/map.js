// Draws the map beside the table that says the same. No tiles and nothing from elsewhere: outlines, points and
// ways come from the service itself. Without this file, or where it fails, the table stands alone.
(function () {
  "use strict";

  const box = document.querySelector("[data-map-box]");
  const place = box && box.querySelector("[data-map]");
  if (!place || !window.L) return;
  const COLOUR = { offer: "#47701f", demand: "#3d4f7c", way: "#a31f3d", boat: "#3d4f7c" };
  const COUNTRY = [[7.6, 101.9], [23.6, 116.2]];

  function text(words) {
    const node = document.createElement("div");
    words.forEach((word, i) => {
      const line = document.createElement(i ? "div" : "strong");
      line.textContent = word;
      node.append(line);
    });
    return node;
  }

  function drawGround(map, ground, lang) {
    for (const province of ground.outline) {
      L.polygon(province.rings.map((ring) => [ring]), { className: "map__province", color: "#b9ad92", weight: 1, fillColor: "#fdfbf5", fillOpacity: 1 })
        .bindTooltip(text([province[lang]]), { sticky: true }).addTo(map);
    }
    for (const islands of ground.islands) {
      const points = islands.rings[0];
      for (const point of points) {
        L.circleMarker(point, { radius: 2.5, color: "#8a7d60", weight: 1, fillColor: "#fdfbf5", fillOpacity: 1, interactive: points.length < 2 })
          .bindTooltip(text([islands[lang]])).addTo(map);
      }
      if (points.length > 2) { // the archipelagos bear their names at every scale
        const middle = points.reduce((sum, p) => [sum[0] + p[0] / points.length, sum[1] + p[1] / points.length], [0, 0]);
        L.tooltip({ permanent: true, direction: "center", className: "map__name", interactive: false })
          .setLatLng(middle).setContent(text([islands[lang]])).addTo(map);
      }
    }
  }

  function drawTrade(map, told) {
    const spots = new Map();
    for (const boat of told.boats) {
      L.polyline(boat.path, { color: COLOUR.boat, weight: 1.5, dashArray: "4 5", opacity: .75 }).bindTooltip(text([boat.name])).addTo(map);
    }
    const reach = L.latLngBounds([]);
    for (const way of told.ways) {
      for (const part of way.parts) {
        if (part.path.length < 2) continue;
        L.polyline(part.path, { color: COLOUR.way, weight: 3, opacity: .8, dashArray: part.sea ? "2 7" : null })
          .bindTooltip(text(way.name.split(": ")), { sticky: true }).addTo(map);
        reach.extend(part.path);
      }
    }
    for (const spot of told.spots) {
      const dot = L.circleMarker(spot.at, { radius: Math.min(5 + Math.sqrt(spot.count) * 1.5, 14), color: "#ffffff", weight: 1.5, fillColor: COLOUR[spot.side], fillOpacity: .9 })
        .bindPopup(text([spot.name, ...spot.goods])).bindTooltip(text([`${spot.name} (${spot.count})`])).addTo(map);
      spots.set(`${spot.side}|${spot.name}`, dot);
    }
    offerViews(map, reach);
    return spots;
  }

  // The whole country, with its archipelagos, is what the map opens on; a way is looked at closer on demand.
  function offerViews(map, reach) {
    const views = box.querySelector("[data-map-views]");
    if (!views || !reach.isValid()) return;
    views.hidden = false;
    views.addEventListener("click", (event) => {
      const view = event.target.closest("[data-view]");
      if (view) map.fitBounds(view.dataset.view === "ways" ? reach.pad(.15) : COUNTRY);
    });
  }

  function linkTable(map, spots) {
    for (const row of document.querySelectorAll("[data-spot]")) {
      const dot = spots.get(row.dataset.spot);
      if (!dot) continue;
      row.addEventListener("mouseenter", () => dot.openTooltip());
      row.addEventListener("mouseleave", () => dot.closeTooltip());
      row.addEventListener("focusin", () => dot.openTooltip());
      row.addEventListener("focusout", () => dot.closeTooltip());
    }
  }

  async function read(address) {
    const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  async function draw() {
    box.hidden = false;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(place, { zoomControl: false, attributionControl: false, zoomSnap: .25, minZoom: 4.5, maxZoom: 11, zoomAnimation: !still, fadeAnimation: !still, scrollWheelZoom: false });
    L.control.zoom({ zoomInTitle: place.dataset.zoomIn, zoomOutTitle: place.dataset.zoomOut }).addTo(map);
    map.fitBounds(COUNTRY);
    place.style.setProperty("--map-height", `${place.clientHeight}px`);
    map.setMaxBounds([[2, 92], [29, 126]]);
    try {
      const [ground, told] = await Promise.all([read(place.dataset.outlines), read(place.dataset.points)]);
      drawGround(map, ground, place.dataset.lang === "en" ? "en" : "vi");
      linkTable(map, drawTrade(map, told));
      place.dataset.drawn = "yes";
    } catch (error) {
      place.textContent = place.dataset.failed;
      place.dataset.drawn = "no";
    }
  }

  draw();
})();
