import { sections } from '../../renderer/admin/frame/sections';
import { useTexts } from '../../renderer/admin/texts';
import { SectionNav } from '../../renderer/ui/office/frame/section-nav';
import { ownSections, pageAt } from '../../renderer/ui/office/frame/sections';
import { admin, drawnForAdmin } from './drawn-office';

function Navigation() {
  const { t } = useTexts();
  const own = ownSections(sections, admin, { practice: false });
  const shown = pageAt(own, location.hash);
  const Page = shown?.page.page;
  return (
    <>
      <SectionNav sections={own} present={shown?.section} nameOf={t} toMend={{}} />
      {Page && <Page />}
    </>
  );
}

/** The admin's page as HTML: its navigation, and the section that the address names, which is loaded while this module is. */
export const drawnNavigation = await drawnForAdmin(<Navigation />, {});
