import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { PictureUse } from '../../../electron/contract/own-pictures';
import { callRoute } from '../../client/api';
import { FormError } from '../../ui/office/form-error';
import { readyToSend } from '../screens/slide-picture';

/** Lets a picture be chosen and sent; the server keeps it under a name, which is then to be saved where it belongs. */
export function OwnPictureButton(props: {
  readonly use: PictureUse;
  readonly label: string;
  readonly onKept: (name: string, file: Blob) => void;
}) {
  const send = useMutation({
    mutationFn: async (chosen: File) => {
      const file = await readyToSend(chosen, 'sign');
      return { file, kept: await callRoute('keepPicture', { query: { use: props.use }, file }) };
    },
    onSuccess: ({ kept, file }) => props.onKept(kept.name, file),
  });
  return (
    <>
      <FileButton accept="image/png,image/jpeg" onChange={(file) => file && send.mutate(file)}>
        {(button) => (
          <Button
            {...button}
            variant="default"
            loading={send.isPending}
            leftSection={<IconUpload size={20} aria-hidden />}
          >
            {props.label}
          </Button>
        )}
      </FileButton>
      <FormError error={send.error} />
    </>
  );
}
