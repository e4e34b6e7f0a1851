import { element, setText } from '../../dom/element';
import { asCount } from '../figures';
import { dataTable } from '../view/data-table';
import { saveFile } from '../view/files';
import { field, form } from '../view/form';
import { workButton } from '../view/work-button';
import type { TrainingApi } from './training-api';
import { type Dataset, FILE_FORMATS, type ImportedFile } from './wire';

const ACCEPTED = '.jsonl,.ndjson,.json,.csv,.tsv,.yml,.yaml';

/** The datasets of a chatbot: how large they are, out of them and into them as files, and new ones. */
export class DatasetsPanel {
  readonly root = element('section', { class: 'panel wide', 'aria-labelledby': 'training-datasets' });
  /** What became of the last file: longer than what a line of the page can say. */
  private readonly result = element('p', { role: 'status' });

  constructor(
    private readonly api: TrainingApi,
    private readonly announce: (text: string) => void,
    private readonly onChange: () => Promise<void>,
  ) {}

  show(datasets: readonly Dataset[]): void {
    this.root.replaceChildren(
      element('h3', { id: 'training-datasets' }, 'Datasets'),
      datasets.length > 0
        ? this.table(datasets)
        : element('p', { class: 'empty' }, 'There is no dataset yet. Make one, and import examples into it.'),
      ...(datasets.length > 0 ? [this.importForm(datasets)] : []),
      this.newForm(),
      this.result,
    );
  }

  private table(datasets: readonly Dataset[]): HTMLElement {
    return dataTable({
      title: 'Datasets',
      rows: datasets,
      columns: [
        { title: 'Name', cell: ({ name }) => name },
        { title: 'Examples', cell: ({ exampleCount }) => asCount(exampleCount) },
        { title: 'State', cell: ({ isActive }) => (isActive ? 'in use' : 'inactive'), isText: true },
        { title: 'Export', cell: (dataset) => this.exports(dataset), isText: true },
      ],
    });
  }

  private exports({ id, name }: Dataset): HTMLElement {
    const buttons = FILE_FORMATS.map(({ id: format, title, extension, mediaType }) => {
      const save = async () => saveFile(`${name}.${extension}`, mediaType, await this.api.exportFile(id, format));
      const button = workButton(title, save, this.announce);
      button.setAttribute('aria-label', `Export ${name} as ${title}`);
      return button;
    });
    return element('div', { class: 'actions' }, ...buttons);
  }

  private importForm(datasets: readonly Dataset[]): HTMLElement {
    const into = element('select', {}, ...datasets.map(({ id, name }) => element('option', { value: id }, name)));
    const mode = element(
      'select',
      {},
      element('option', { value: 'append' }, 'add to it'),
      element('option', { value: 'replace' }, 'replace all of it'),
    );
    const file = element('input', { type: 'file', accept: ACCEPTED, required: true });
    const send = element('button', { type: 'submit' }, 'Import');
    const work = async () => {
      const [chosen] = file.files ?? [];
      if (!chosen) return;
      this.tell('Importing ...');
      this.tell(toldOf(await this.api.importFile(into.value, chosen, mode.value)));
      await this.onChange();
    };
    return form('Import examples', [field('Into', into), field('And', mode), field('File', file)], send, work, (text) =>
      this.tell(text),
    );
  }

  private newForm(): HTMLElement {
    const name = element('input', { required: true, maxlength: 200 });
    const work = async () => {
      await this.api.createDataset(name.value);
      await this.onChange();
    };
    const send = element('button', { type: 'submit' }, 'Make a dataset');
    return form('Make a dataset', [field('Name of a new dataset', name)], send, work, (text) => this.tell(text));
  }

  private tell(text: string): void {
    setText(this.result, text);
  }
}

function toldOf({ read, added, skippedDuplicates, removed, warnings }: ImportedFile): string {
  const told = [`${asCount(read)} examples were read, ${asCount(added)} are new.`];
  if (skippedDuplicates > 0) told.push(`${asCount(skippedDuplicates)} were there already.`);
  if (removed > 0) told.push(`${asCount(removed)} have gone.`);
  return [...told, ...warnings].join(' ');
}
