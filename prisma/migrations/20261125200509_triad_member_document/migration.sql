-- AddForeignKey
ALTER TABLE "triad_member" ADD CONSTRAINT "triad_member_cycle_id_authority_id_fkey" FOREIGN KEY ("cycle_id", "authority_id") REFERENCES "self_assessment"("cycle_id", "authority_id") ON DELETE RESTRICT ON UPDATE CASCADE;


