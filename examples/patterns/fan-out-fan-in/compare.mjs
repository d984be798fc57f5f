export default function compare({ needs, log }) {
  // What a matrix gives is a list for each output, with an item for each instance.
  const { title: titles, richness, counts } = needs.count.outputs;
  const novels = titles.map((title, index) => ({ title, richness: richness[index], counts: counts[index] }));
  const byRichness = [...novels].sort((a, b) => b.richness - a.richness);
  for (const { title, richness } of byRichness) log(`${(100 * richness).toFixed(1)} %  ${title}`);

  const totals = new Map();
  for (const { counts } of novels) {
    for (const [word, count] of Object.entries(counts)) totals.set(word, (totals.get(word) ?? 0) + count);
  }
  const favourites = [...totals].sort((a, b) => b[1] - a[1]).slice(0, 5);
  log(`Used most: ${favourites.map(([word, count]) => `${word} (${count})`).join(', ')}`);

  return { richest: byRichness[0].title, favourites: favourites.map(([word]) => word) };
}
