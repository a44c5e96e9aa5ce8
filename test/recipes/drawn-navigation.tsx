import type { Site } from '../../electron/contract/site';
import { sections } from '../../renderer/admin/frame/sections';
import { useTexts } from '../../renderer/admin/texts';
import { OfficeFrame } from '../../renderer/ui/office/office-frame';
import { admin, drawnForAdmin } from './drawn-office';

/** Returns the admin's page as HTML: its navigation, and the section that the address names. */
export function drawnNavigation(): string {
  return drawnForAdmin(<Navigation />, {});
}

function Navigation() {
  const { t } = useTexts();
  return (
    <OfficeFrame
      site={{ name: 'MPP', practice: false } as Site}
      user={admin}
      sections={sections}
      nameOf={t}
      away={[]}
      onSignOut={() => undefined}
      onOwnPassword={() => undefined}
    />
  );
}
