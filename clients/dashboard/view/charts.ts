/** Plots by Chart.js, in the colours of the page. Every plot stands beside a table that says the same. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

export interface Series {
  title: string;
  /** One of each label; null: there is no figure. */
  values: ReadonlyArray<number | null>;
}

export interface Plot {
  kind: 'line' | 'bar' | 'stacked' | 'ranking';
  labels: readonly string[];
  series: readonly Series[];
  format: (value: number | null) => string;
}

/** Told apart by people who see few colours, too (Okabe and Ito, 2008); of the style sheet, where each has a light and a dark form. */
const SERIES_COLOURS = 6;
const MAX_POINTS_WITH_DOTS = 62;
const TICKS = 6;

/** Gives a function that takes the plot away. */
export function draw(canvas: HTMLCanvasElement, plot: Plot): () => void {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const isRanking = plot.kind === 'ranking';
  const chart = new Chart(canvas, {
    type: plot.kind === 'line' ? 'line' : 'bar',
    data: {
      labels: [...plot.labels],
      datasets: plot.series.map(({ title, values }, index) => {
        const own = colour(`series-${(index % SERIES_COLOURS) + 1}`);
        const dots = values.length > MAX_POINTS_WITH_DOTS ? 0 : 2;
        return {
          label: title,
          data: [...values],
          borderColor: own,
          backgroundColor: own,
          pointRadius: dots,
          tension: 0.2,
        };
      }),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isRanking ? 'y' : 'x',
      interaction: { mode: 'index', intersect: false, axis: isRanking ? 'y' : 'x' },
      color: colour('text'),
      plugins: {
        legend: { display: plot.series.length > 1 },
        tooltip: {
          callbacks: {
            label: ({ dataset, parsed }) => ` ${dataset.label}: ${plot.format(isRanking ? parsed.x : parsed.y)}`,
          },
        },
      },
      scales: {
        x: axis(plot, colour, isRanking),
        y: axis(plot, colour, !isRanking),
      },
    },
  });
  return () => chart.destroy();
}

function axis(plot: Plot, colour: (name: string) => string, isOfValues: boolean) {
  const ticks = { color: colour('muted'), maxTicksLimit: TICKS * 2 };
  return {
    stacked: plot.kind === 'stacked',
    beginAtZero: true,
    grid: { color: colour('line'), display: isOfValues },
    ticks: isOfValues
      ? { ...ticks, maxTicksLimit: TICKS, callback: (value: string | number) => plot.format(Number(value)) }
      : ticks,
  };
}
