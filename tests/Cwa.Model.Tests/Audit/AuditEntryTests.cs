namespace Cwa.Model.Tests;

public sealed class AuditEntryTests
{
    [Fact]
    public void An_entry_keeps_who_did_what_to_which_record_and_when()
    {
        Guid id = Guid.NewGuid(),
            subject = Guid.NewGuid(),
            agency = Guid.NewGuid();

        var entry = new AuditEntry("cancelEvent", "pat", "Event", subject, agency, "{}", "{ }", id, Samples.Noon, true);

        Assert.Equal(
            (id, "cancelEvent", "pat", "Event", subject, agency, Samples.Noon),
            (entry.Id, entry.Action, entry.Actor, entry.SubjectKind, entry.SubjectId, entry.AgencyId, entry.RecordedAt)
        );
        Assert.Equal(("{}", "{ }", true, false), (entry.Before, entry.After, entry.WasDraft, entry.IsDraft));
    }

    [Fact]
    public void What_is_not_said_is_left_open()
    {
        var (entry, another) = (Entry(), Entry());

        Assert.NotEqual(entry.Id, another.Id);
        Assert.Equal((false, false, default), (entry.WasDraft, entry.IsDraft, entry.RecordedAt));
    }

    [Theory]
    [InlineData(100, 200, 100, true)]
    [InlineData(101, 200, 100, false)]
    [InlineData(100, 201, 100, false)]
    [InlineData(100, 200, 101, false)]
    public void Its_texts_are_as_long_as_their_columns(int action, int actor, int kind, bool isKept)
    {
        if (isKept)
            Assert.Equal(actor, Entry(action, actor, kind).Actor.Length);
        else
            Assert.Throws<ArgumentException>(() => Entry(action, actor, kind));
    }

    private static AuditEntry Entry(int action = 1, int actor = 1, int kind = 1) =>
        new(new('a', action), new('b', actor), new('c', kind), Guid.NewGuid());
}
