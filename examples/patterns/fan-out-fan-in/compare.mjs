export default function compare({ needs, log }) {
  const novels = Object.values(needs).map((need) => need.outputs);
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
