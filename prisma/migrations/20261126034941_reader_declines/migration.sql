-- CreateTable
CREATE TABLE "reader_decline" (
    "validation_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reader_decline_pkey" PRIMARY KEY ("validation_id","authority_id")
);

-- AddForeignKey
ALTER TABLE "reader_decline" ADD CONSTRAINT "reader_decline_validation_id_fkey" FOREIGN KEY ("validation_id") REFERENCES "validation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reader_decline" ADD CONSTRAINT "reader_decline_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Delegates read where their director is a reader, also of events whose readers were named before.
INSERT INTO workflow_party (workflow_id, role, post_id, "from")
SELECT x.validation_id, 'readerDelegate', p.id, now()
  FROM scrutineer x
  JOIN workflow w ON w.id = x.validation_id AND w.state NOT IN ('published', 'withdrawn')
  JOIN post p ON p.authority_id = x.authority_id AND p.kind = 'dcs-delegate'
ON CONFLICT DO NOTHING;
