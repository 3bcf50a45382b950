// What pages gain from a script; without it everything still works.

// Words to be quoted are put on the clipboard with one press.
for (const field of document.querySelectorAll(".quote textarea, .quote input")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy " + document.querySelector(`label[for=${field.id}]`).textContent.toLowerCase());
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = "Copied";
  });
  field.after(button);
}

// Results follow what is typed, once the typing pauses.
const box = document.querySelector(".box input[name=q]");
const results = document.querySelector("#results");
if (box && results) {
  let waiting = 0;
  let latest = 0;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    if (box.value.trim().length < 3) return;
    waiting = setTimeout(async () => {
      const asked = ++latest;
      const address = "/?" + new URLSearchParams(new FormData(box.form));
      const answer = await fetch(address);
      if (!answer.ok || asked !== latest) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.querySelector(".sided").replaceWith(page.querySelector(".sided") || "");
      history.replaceState(null, "", address);
    }, 200);
  });
}

// Files can be dropped anywhere on the form that takes them.
const dropping = document.querySelector(".dropping");
if (dropping) {
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    dropping.addEventListener(name, (event) => {
      event.preventDefault();
      dropping.classList.toggle("over", name === "dragenter" || name === "dragover");
      if (name === "drop") dropping.querySelector("[type=file]").files = event.dataTransfer.files;
    });
  }
}

// How far the files are that are being read.
async function follow() {
  const shown = document.querySelector("#progress[data-waiting]");
  if (!shown) return;
  const answer = await fetch(location.href);
  if (answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("#progress");
    if (!("waiting" in now.dataset)) return location.reload();
    shown.replaceWith(now);
  }
  setTimeout(follow, 1000);
}
setTimeout(follow, 1000);

// Words that are selected go into the form for a record that was missed.
const choosing = document.querySelector(".choosing");
if (choosing) {
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (selection.isCollapsed || !choosing.contains(selection.anchorNode) || !choosing.contains(selection.focusNode)) return;
    document.getElementById(choosing.dataset.into).value = selection.toString();
    const block = selection.getRangeAt(0).startContainer.parentElement.closest("[data-start]");
    if (block) document.querySelector("[name=near]").value = block.dataset.start;
  });
}

// Words that are selected on the picture of a page go along when a missing record is added.
const layer = document.querySelector(".layer");
const adding = document.querySelector("a[href*='/add-record']");
if (layer && adding) {
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (selection.isCollapsed || !layer.contains(selection.anchorNode)) return;
    const address = new URL(adding.href);
    address.searchParams.set("words", selection.toString().replace(/\s+/g, " ").trim().slice(0, 1500));
    adding.href = address;
  });
}
