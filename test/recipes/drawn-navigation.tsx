import { sections } from '../../renderer/admin/frame/sections';
import { useTexts } from '../../renderer/admin/texts';
import { PageOfSection } from '../../renderer/ui/office/frame/lazy-page';
import { SectionNav } from '../../renderer/ui/office/frame/section-nav';
import { ownSections, pageAt } from '../../renderer/ui/office/frame/sections';
import { admin, drawnForAdmin } from './drawn-office';

const own = ownSections(sections, admin, { practice: false });
const shown = pageAt(own, location.hash);

function Navigation() {
  const { t } = useTexts();
  return (
    <>
      <SectionNav sections={own} present={shown?.section} nameOf={t} toMend={{}} />
      {shown && <PageOfSection page={shown.page.page} />}
    </>
  );
}

if (shown && 'load' in shown.page.page) await shown.page.page.load();
/** The admin's page as HTML: its navigation, and the section that the address names, which is loaded while this module is. */
export const drawnNavigation = await drawnForAdmin(<Navigation />, {});
