// Puts a pin on the map into the two fields of a place that has no known name. The fields work without this.
(function () {
  "use strict";

  const place = document.querySelector("[data-pin-map]");
  if (!place || !window.L) return;
  const fields = ["pin_lat", "pin_lon"].map((id) => document.getElementById(id));
  const details = place.closest("details");
  let map = null;

  function shown() {
    const point = fields.map((field) => Number(field.value.replace(",", ".")));
    return fields.every((field) => field.value.trim()) && point.every(Number.isFinite) ? point : null;
  }

  async function open() {
    if (map) return;
    place.hidden = false;
    map = L.map(place, { attributionControl: false, zoomSnap: .25, minZoom: 4.5, maxZoom: 12, scrollWheelZoom: false });
    map.fitBounds([[8.2, 102], [23.5, 110]]);
    const pin = L.circleMarker([0, 0], { radius: 9, color: "#ffffff", weight: 2, fillColor: "#a31f3d", fillOpacity: 1, interactive: false });
    const show = () => { const point = shown(); if (point) pin.setLatLng(point).addTo(map); else pin.remove(); };
    map.on("click", (event) => {
      fields[0].value = event.latlng.lat.toFixed(4);
      fields[1].value = event.latlng.lng.toFixed(4);
      show();
    });
    fields.forEach((field) => field.addEventListener("input", show));
    show();
    const answer = await fetch(place.dataset.outlines, { credentials: "same-origin" });
    if (!answer.ok) return;
    const ground = await answer.json();
    const lang = place.dataset.lang === "en" ? "en" : "vi";
    for (const province of ground.outline) {
      const name = document.createElement("strong");
      name.textContent = province[lang];
      L.polygon(province.rings.map((ring) => [ring]), { color: "#b9ad92", weight: 1, fillColor: "#fdfbf5", fillOpacity: 1 })
        .bindTooltip(name, { sticky: true }).addTo(map).bringToBack();
    }
    for (const islands of ground.islands) {
      for (const point of islands.rings[0]) L.circleMarker(point, { radius: 2.5, color: "#8a7d60", weight: 1, fillColor: "#fdfbf5", fillOpacity: 1, interactive: false }).addTo(map);
    }
  }

  details.addEventListener("toggle", () => { if (details.open) open(); });
  if (details.open) open();
})();
