/** The parts of a presentation: its slides in their order, with their notes and diagrams. ECMA-376, part 1, 13.3 */
import { relationshipsOf, targetsOf } from '../archives/office-package';
import { parseXml, relationshipId } from '../archives/xml';
import type { ZipArchive } from '../archives/zip-archive';
import { extractionErrors } from '../text-extraction.errors';

export interface SlideParts {
  slide: string;
  notes: string | undefined;
  diagrams: readonly string[];
}

const MAX_SLIDES = 5_000;

/** @throws AppError of `text-extraction.errors` */
export function slidesOf(archive: ZipArchive): SlideParts[] {
  const [presentation] = targetsOf(archive, '', 'officeDocument');
  if (presentation === undefined) throw broken();
  const relationships = relationshipsOf(archive, presentation);
  const slides: string[] = [];
  parseXml(archive.readXml(presentation), {
    open: (element, attributes) => {
      if (element !== 'sldId') return;
      const found = relationships.get(relationshipId(attributes) ?? '');
      if (found?.type === 'slide' && found.target !== undefined) slides.push(found.target);
    },
  });
  if (slides.length > MAX_SLIDES) {
    const message = `The presentation has more than ${MAX_SLIDES.toLocaleString('en-US')} slides.`;
    throw extractionErrors.too_long({ message });
  }
  return slides.map((slide) => ({
    slide,
    notes: targetsOf(archive, slide, 'notesSlide')[0],
    diagrams: targetsOf(archive, slide, 'diagramData'),
  }));
}

function broken() {
  return extractionErrors.malformed({ message: 'The file is not a PowerPoint presentation (.pptx), or a broken one.' });
}
