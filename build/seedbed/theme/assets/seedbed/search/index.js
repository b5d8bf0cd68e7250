// Finds entries of the library. The index lies in many scripts below search/, for a page opened from a folder may load
// a script but not fetch; `seedbed.write.search` writes them, and says what stands in which.
(() => {
  "use strict";
  const ROOT = new URL("../../../", document.currentScript.src);
  const LEVELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const NUMBER_BITS = 24;
  const MOST_WORDS = 12; // of a query; what is pasted beyond is not looked at
  const ENOUGH = 10; // hits from the strongest postings alone, before the others are loaded
  const MOST_LOADED = 1_000_000; // bytes of those others; words in more entries than that tell little
  const MENDED = 4; // spellings that are tried for a word
  const MOST_SPELLINGS = 300_000; // bytes of words that are loaded to mend a wrong first letter
  const AT_ONCE = 8; // files of them
  const COMPARED = 8; // hits whose titles are compared with the query: their entries are shown first, and loaded for that
  const MENDED_QUALITY = 0.05; // so that a title with another word stays behind a text with this one

  // 1. Loading. Each script calls `seedbedSearch` with its name, its size and what it holds.
  const arrived = new Map();
  const loading = new Map();
  let loaded = 0;

  function receive(name, size, content) {
    loaded += size;
    arrived.set(name, content);
  }

  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const end = () => {
          script.remove();
          if (arrived.has(name)) return resolve(arrived.get(name));
          loading.delete(name);
          reject(new Error(`search/${name}.js did not load`));
        };
        script.onload = script.onerror = end;
        script.src = new URL(`search/${name}.js`, ROOT).href;
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  // 2. Words, folded as the index folds them; its tables say how.
  let manifest = null;
  let folding = null;

  async function begin() {
    if (manifest) return;
    const content = await load("manifest");
    const { untyped, unspaced, joined, plain, longest } = content.folding;
    folding = {
      plain,
      longest,
      untyped: new RegExp(`[${untyped}]+`, "gu"),
      letters: new RegExp(`[${Object.keys(plain).join("")}]`, "gu"),
      unspaced: new RegExp(`^[${unspaced}]`, "u"),
      word: new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{N}]|[${joined}])+`, "gu"),
      written: new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}'’ʼʻ])+`, "gu"),
    };
    manifest = {
      ...content,
      leaves: new Set(content.leaves),
      nodes: new Map(content.nodes),
      everyday: new Set(content.everyday),
    };
  }

  function fold(text) {
    const bare = text.normalize("NFKD").replace(folding.untyped, "").toLowerCase().replace(folding.untyped, "");
    const plain = bare.replace(folding.letters, (letter) => folding.plain[letter]).normalize("NFC");
    return plain.replace(/'s(?![a-z0-9])|'/g, "");
  }

  function words(text) {
    return (fold(text).match(folding.word) ?? []).flatMap((word) => {
      const letters = [...word];
      return folding.unspaced.test(word) ? pairs(letters) : [letters.slice(0, folding.longest).join("")];
    });
  }

  // Where there are no spaces, each pair of neighbours is a word, and so is the last character if it stands alone.
  function pairs(letters) {
    if (letters.length === 1) return letters;
    return letters.slice(1).map((letter, before) => letters[before] + letter);
  }

  // 3. One word of the query: the entries that it leads to, by number, with how strongly.
  // `others` are the weaker entries of very common words, not loaded yet; `count` tells of all of them. A word is open
  // where not all of its entries will be known: as the beginning of very many words, or one of a great many entries.
  async function lookUp(word, typing) {
    const found = { count: 0, numbers: new Map(), spellings: new Set(), others: [], open: false };
    const content = await shardOf(word);
    for (let at = 0; at < content.words.length; at += 2) {
      const other = content.words[at];
      if (other === word) add(found, other, content.words[at + 1], 1);
      else if (other.startsWith(word) && (typing || word.length > 3)) {
        add(found, other, content.words[at + 1], ((typing ? 0.9 : 0.6) * word.length) / other.length);
      }
    }
    if (typing && content.best) {
      found.open = true;
      found.count = Math.max(found.count, manifest.entries / 20);
      strengthen(found.numbers, content.best, 0.5);
    }
    if (word.length > 3 && word.endsWith("s")) await addExactly(found, word.slice(0, -1), 0.8);
    if (found.numbers.size < 3) {
      for (const { other, edits } of await mend(word, typing)) await addExactly(found, other, MENDED_QUALITY / edits);
    }
    return found;
  }

  async function addExactly(found, word, quality) {
    const content = await shardOf(word);
    for (let at = 0; at < content.words.length; at += 2) {
      if (content.words[at] === word) add(found, word, content.words[at + 1], quality);
    }
  }

  function add(found, word, code, quality) {
    const [strongest, count, file] = code.split("~");
    found.spellings.add(word);
    found.count += strengthen(found.numbers, strongest, quality) + Number(count ?? 0);
    if (file) found.others.push({ file, quality });
  }

  // Postings: groups parted by spaces, each a character for the impact and the numbers in base64, three bytes each.
  function strengthen(numbers, code, quality) {
    let count = 0;
    for (const group of code.split(" ")) {
      const impact = LEVELS.indexOf(group[0]) * quality;
      const bytes = atob(group.slice(1));
      for (let at = 0; at < bytes.length; at += 3) {
        const number = (bytes.charCodeAt(at) << 16) | (bytes.charCodeAt(at + 1) << 8) | bytes.charCodeAt(at + 2);
        if (!(numbers.get(number) >= impact)) numbers.set(number, impact);
      }
      count += bytes.length / 3;
    }
    return count;
  }

  async function loadOthers(found) {
    const others = found.others.splice(0);
    const codes = await Promise.all(others.map(({ file }) => load(`words/rest/${file}`)));
    codes.forEach((code, at) => strengthen(found.numbers, code, others[at].quality));
  }

  // The file that holds the words which begin as this one does.
  function shardOf(word) {
    const letters = [...word];
    let prefix = "";
    for (;;) {
      if (manifest.leaves.has(prefix)) return load(`words/${fileName(prefix)}`);
      const letter = letters.shift();
      if (letter === undefined) return load(`words/${fileName(prefix)}`);
      if (manifest.leaves.has(prefix + letter) || manifest.nodes.has(prefix + letter)) {
        prefix += letter;
        continue;
      }
      const pools = manifest.nodes.get(prefix);
      if (!pools) return Promise.resolve({ words: [] });
      return load(`words/${fileName(prefix)}.${letter.codePointAt(0) % pools}`);
    }
  }

  function fileName(prefix) {
    return `_${[...prefix].map((letter) => (/[a-zA-Z0-9]/.test(letter) ? letter : `-${letter.codePointAt(0).toString(16)}-`)).join("")}`;
  }

  // 4. Spelling. The nearest words of the library that begin with the same letter, else with the second one
  // (two letters swapped, or one too many in front), else those that differ in their first letter alone.
  async function mend(word, typing) {
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    if (!most) return [];
    const own = new Set([...word].slice(0, 2));
    for (const letter of own) {
      const near = await nearest(word, [letter], most, typing);
      if (near.length) return near;
    }
    if (word.length < 5) return [];
    const latin = (letter) => /[a-z]/.test(letter);
    const others = manifest.spellings.filter((letter) => !own.has(letter) && latin(letter) === latin(word[0]));
    for (const before = loaded; others.length && loaded - before < MOST_SPELLINGS;) {
      const near = await nearest(word, others.splice(0, AT_ONCE), 1, typing);
      if (near.length) return near;
    }
    return [];
  }

  async function nearest(word, letters, most, typing) {
    const listed = letters.filter((letter) => manifest.spellings.includes(letter));
    const known = await Promise.all(listed.map((letter) => load(`spellings/${fileName(letter)}`)));
    const near = [];
    for (const other of known.flatMap((words) => words.split(" "))) {
      if (other.length < word.length - most || (!typing && other.length > word.length + most)) continue;
      const edits = distance(word, other, most, typing);
      if (edits > 0 && edits <= most) near.push({ other, edits, far: Math.abs(other.length - word.length) });
    }
    return near.sort((a, b) => a.edits - b.edits || a.far - b.far).slice(0, MENDED);
  }

  // Damerau and Levenshtein's distance (one letter more, less or other, or two neighbours swapped), no further than
  // `most`; while a word is being typed, to the nearest beginning of the other.
  function distance(word, other, most, typing) {
    let before = [];
    let last = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let at = 1; at <= word.length; at += 1) {
      before = last;
      last = row;
      row = [at];
      let least = at;
      for (let to = 1; to <= other.length; to += 1) {
        const same = word[at - 1] === other[to - 1];
        let edits = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (same ? 0 : 1));
        if (at > 1 && to > 1 && word[at - 1] === other[to - 2] && word[at - 2] === other[to - 1]) {
          edits = Math.min(edits, before[to - 2] + 1);
        }
        row.push(edits);
        least = Math.min(least, edits);
      }
      if (least > most) return Infinity;
    }
    return typing ? Math.min(...row) : row[other.length];
  }

  // 5. The whole query: entries that have all of its words, the strongest first; where there are none, some of them.
  async function find(query) {
    await begin();
    const asked = [...new Set(words(query))].slice(0, MOST_WORDS);
    const telling = asked.filter((word) => !manifest.everyday.has(word));
    const wanted = telling.length ? telling : asked;
    const last = /[\p{L}\p{N}\p{M}]$/u.test(query) ? asked.at(-1) : "";
    const terms = await Promise.all(wanted.map((word) => lookUp(word, word === last)));
    let hits = rank(terms, true);
    if (hits.length < ENOUGH && terms.length > 1) {
      let left = MOST_LOADED;
      for (const term of [...terms].sort((a, b) => a.count - b.count)) {
        left -= term.others.length ? term.count * 4 : 0;
        if (left < 0) term.open = true;
      }
      await Promise.all(terms.filter((term) => !term.open).map(loadOthers));
      hits = rank(terms, true);
    }
    const complete = hits.length > 0;
    if (!complete && terms.length > 1) hits = rank(terms, false);
    const more = terms.some((term) => term.others.length > 0 || term.open);
    const spellings = new Set([...wanted, ...terms.flatMap((term) => [...term.spellings])]);
    hits = await calledSoFirst(hits, words(query));
    return { query, hits, complete, more, marks: (word) => spellings.has(word) || (last && word.startsWith(last)) };
  }

  function rank(terms, all) {
    const scores = new Map();
    for (const term of terms) {
      // How rare a word is, as in BM25.
      const rarity = Math.log(1 + manifest.entries / Math.max(1, term.count));
      for (const [number, impact] of term.numbers) {
        const score = scores.get(number) ?? { number, score: 0, terms: 0 };
        score.score += impact * rarity;
        score.terms += 1;
        scores.set(number, score);
      }
    }
    // Of an open word, other entries may have it too.
    const closed = terms.filter((term) => !term.open);
    const needed = closed.length ? closed : terms;
    const fits = ({ number }) => needed.every((term) => term.numbers.has(number));
    const hits = [...scores.values()].filter((hit) => !all || fits(hit));
    return hits.sort((a, b) => b.terms - a.terms || b.score - a.score || a.number - b.number);
  }

  // What is called just as the query reads, perhaps with its last word not yet written out, comes before what has these
  // words among others: a topic before a paper whose title goes on.
  async function calledSoFirst(hits, asked) {
    const first = hits.slice(0, COMPARED);
    const titles = await Promise.all(first.map(async ({ number }) => words((await entry(number)).title)));
    const called = titles.map((title) => title.length === asked.length && title.join(" ").startsWith(asked.join(" ")));
    return [...first.filter((_, at) => called[at]), ...first.filter((_, at) => !called[at]), ...hits.slice(COMPARED)];
  }

  // 6. What is shown of a hit.
  async function entry(number) {
    const rows = await load(`documents/_${(number >>> (NUMBER_BITS - manifest.documentBits)).toString(16)}`);
    const [, kind, address, title, names, line, text] = rows.find((row) => row[0] === number);
    return { kind, href: new URL(address, ROOT).href, title, names, line, text };
  }

  // The places in a text where a word stands that led to the hit, as pairs of offsets.
  function places(text, marks) {
    const found = [];
    for (const { 0: written, index } of text.matchAll(folding.written)) {
      if (folding.unspaced.test(written)) {
        for (let at = 0; at < written.length; at += 1) {
          const length = [2, 1].find((size) => marks(fold(written.slice(at, at + size))));
          if (length) found.push([index + at, index + at + length]);
        }
      } else if (words(written).some(marks)) found.push([index, index + written.length]);
    }
    return found.reduce((joined, [start, end]) => {
      const last = joined.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
      return joined;
    }, []);
  }

  window.seedbedSearch = Object.assign(receive, { find, entry, places, words: async (text) => (await begin(), words(text)), loaded: () => loaded });
})();
