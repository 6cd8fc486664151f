// The search of the start page, the filters, and the switch of the theme. Pages are complete without.
(function () {
  "use strict";

  // --- theme
  var root = document.documentElement;
  var button = document.querySelector("button.theme");
  function label() {
    var dark = root.dataset.theme === "dark";
    button.textContent = dark ? "Light" : "Dark";
    button.setAttribute("aria-label", dark ? "Use light colours" : "Use dark colours");
  }
  if (button) {
    button.hidden = false;
    label();
    button.addEventListener("click", function () {
      root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
      try { localStorage.setItem("theme", root.dataset.theme); } catch (e) { /* it lasts until the next page */ }
      if (document.body.classList.contains("reference")) { location.reload(); }
      label();
    });
  }

  // --- what a link leads to is opened and shown
  function reveal() {
    var id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (e) { return; }
    var target = id && document.getElementById(id);
    if (!target) { return; }
    for (var e = target; e; e = e.parentElement) {
      if (e.tagName === "DETAILS") { e.open = true; }
    }
    var details = target.closest("details.operation");
    (details || target).scrollIntoView();
    if (details) { details.querySelector("summary").focus({ preventScroll: true }); }
  }
  if (!document.body.classList.contains("reference")) {
    addEventListener("hashchange", reveal);
    reveal();
  }

  // --- filters: all words must be in the text of an entry
  var filter = document.getElementById("filter");
  if (filter) {
    filter.closest(".filter").hidden = false;
    var entries = Array.prototype.slice.call(document.querySelectorAll("[data-text]"));
    var groups = Array.prototype.slice.call(document.querySelectorAll(".group, .docpage"));
    filter.addEventListener("input", function () {
      var words = wordsOf(filter.value);
      entries.forEach(function (e) {
        var group = e.closest(".docpage");
        var text = e.dataset.text + (group ? " " + group.querySelector("h2").textContent.toLowerCase() : "");
        e.hidden = !words.every(function (w) { return text.indexOf(w) >= 0; });
      });
      groups.forEach(function (g) {
        g.hidden = words.length > 0 && !g.querySelector("[data-text]:not([hidden])");
      });
    });
  }

  function wordsOf(text) { return text.toLowerCase().split(/\s+/).filter(Boolean); }

  // --- search
  var input = document.getElementById("q");
  if (!input) { return; }
  var results = document.getElementById("results"), found = document.getElementById("found");
  var index = null, loading = false;

  function load() {
    if (index || loading) { return; }
    loading = true;
    var script = document.createElement("script");
    script.src = input.dataset.index;
    script.onload = function () {
      index = window.searchIndex;
      index.o.forEach(function (o) { o[5] = o[5] || "op-" + o[1]; });
      index.e.forEach(function (e) { e[3] = e[3] || "error-" + e[1]; });
      index.low = {
        o: index.o.map(function (o) { return (o[1] + " " + o[2] + " " + o[3] + " " + o[4] + " " + index.s[o[0]][1] + " " + index.s[o[0]][0]).toLowerCase(); }),
        f: index.f.map(function (f) { return f[0].toLowerCase(); }),
        e: index.e.map(function (e) { return (e[1] + " " + e[2] + " " + index.s[e[0]][1] + " " + index.s[e[0]][0]).toLowerCase(); })
      };
      show();
    };
    script.onerror = function () { found.textContent = "The search index could not be loaded."; };
    document.head.appendChild(script);
  }

  // The best come first: a whole name, then the beginning of one, then anywhere.
  function rank(name, words) {
    var n = name.toLowerCase(), best = 3;
    words.forEach(function (w) { best = Math.min(best, n === w ? 0 : n.indexOf(w) === 0 ? 1 : n.indexOf(w) > 0 ? 2 : 3); });
    return best;
  }
  function pick(texts, words, name) {
    var out = [];
    texts.forEach(function (t, i) {
      if (words.every(function (w) { return t.indexOf(w) >= 0; })) { out.push([rank(name(i), words), i]); }
    });
    return out.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; }).map(function (p) { return p[1]; });
  }
  function operationsOf(field) {
    var at = 0;
    return field[1].split(" ").map(function (d) { return at += parseInt(d, 36); });
  }

  function element(tag, className, text) {
    var e = document.createElement(tag);
    if (className) { e.className = className; }
    if (text !== undefined) { e.textContent = text; }
    return e;
  }
  function link(service, anchor) {
    var a = element("a");
    a.href = index.s[service][0] + "/index.html#" + anchor;
    return a;
  }
  function operationLink(i) {
    var o = index.o[i], a = link(o[0], o[5]);
    var name = element("span");
    name.append(element("span", "summary", o[4] || o[1]), " ", element("span", "hint", index.s[o[0]][1]));
    a.append(element("span", "method " + o[2].toLowerCase(), o[2]), " ", name, " ", element("code", "path", o[3]));
    return a;
  }
  function section(title, total, items) {
    if (!total) { return; }
    var s = element("section"), list = element("ul");
    s.append(element("h2", "", title + " (" + total.toLocaleString("en") + ")"));
    items.forEach(function (item) { var li = element("li"); li.append(item); list.append(li); });
    if (total > items.length) { list.append(element("li", "hint", "and " + (total - items.length).toLocaleString("en") + " more: add a word")); }
    s.append(list);
    results.append(s);
  }
  function fieldItem(i) {
    var f = index.f[i], all = operationsOf(f), services = {};
    all.forEach(function (o) { services[index.o[o][0]] = true; });
    var d = element("details"), n = Object.keys(services).length;
    var summary = element("summary");
    summary.append(element("code", "", f[0]), " ", element("span", "hint", all.length + (all.length === 1 ? " operation" : " operations") + " of " + n + (n === 1 ? " service" : " services")));
    d.append(summary);
    d.addEventListener("toggle", function () {
      if (!d.open || d.querySelector("ul")) { return; }
      var list = element("ul");
      all.forEach(function (o) { var li = element("li"); li.append(operationLink(o)); list.append(li); });
      d.append(list);
    });
    return d;
  }

  function counted(list, word) {
    return list.length.toLocaleString("en") + " " + word + (list.length === 1 ? "" : "s");
  }

  function show() {
    if (!index) { return; }
    results.textContent = "";
    var words = wordsOf(input.value);
    if (!words.length || words.join("").length < 2) {
      results.hidden = true;
      found.textContent = "";
      return;
    }
    var ops = pick(index.low.o, words, function (i) { return index.o[i][1]; });
    // A field is one name: of several words each must be in it, or it is none.
    var fields = pick(index.low.f, words, function (i) { return index.f[i][0]; });
    var errors = pick(index.low.e, words, function (i) { return index.e[i][1]; });
    section("Operations", ops.length, ops.slice(0, 20).map(operationLink));
    section("Fields", fields.length, fields.slice(0, 15).map(fieldItem));
    section("Error codes", errors.length, errors.slice(0, 15).map(function (i) {
      var e = index.e[i], a = link(e[0], e[3]);
      var text = element("span");
      text.append(element("span", "summary", e[2]), " ", element("span", "hint", index.s[e[0]][1]));
      a.className = "code";
      a.append(element("code", "", e[1]), " ", text);
      return a;
    }));
    results.hidden = ops.length + fields.length + errors.length === 0;
    found.textContent = results.hidden ? "Nothing found: try a part of a name." :
      [counted(ops, "operation"), counted(fields, "field"), counted(errors, "error code")].join(", ");
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", function () { load(); show(); });
  addEventListener("keydown", function (e) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (e.key === "/" && !typing && !e.ctrlKey && !e.metaKey && !e.altKey) {
      e.preventDefault();
      input.focus();
      return;
    }
    var inside = document.activeElement === input || results.contains(document.activeElement);
    if (!inside) { return; }
    if (e.key === "Escape") {
      input.value = "";
      show();
      input.focus();
    } else if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      var stops = [input].concat(Array.prototype.slice.call(results.querySelectorAll("a, summary")).filter(function (s) { return s.offsetParent; }));
      var next = stops[stops.indexOf(document.activeElement) + (e.key === "ArrowDown" ? 1 : -1)];
      if (next) { e.preventDefault(); next.focus(); }
    } else if (e.key === "Enter" && document.activeElement === input) {
      var first = results.querySelector("a, summary");
      if (first) { e.preventDefault(); first.tagName === "A" ? first.click() : first.focus(); }
    }
  });
  if (input.value) { load(); } // the browser kept what was typed
})();
