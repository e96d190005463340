namespace Cwa.Model.Tests;

public sealed class VerbTests
{
    private static readonly Say Said = new()
    {
        Title = "Snow",
        Number = 1,
        Month = new(1998, 4),
        On = new(1998, 4, 14),
        Channel = Channel.Mail,
        AgencyId = new("SSA", Guid.Empty),
    };

    [Fact]
    public void Callers_know_a_verb_by_its_name_that_begins_small()
    {
        Assert.Equal("cancelEvent", Verb.NameOf(typeof(CancelEvent)));
        Assert.Equal("say", Verb.NameOf(typeof(Say)));
    }

    [Fact]
    public void Neither_the_key_nor_whether_it_is_only_checked_is_part_of_what_is_asked() =>
        Assert.Equal(Said.ContentHash(), (Said with { IdempotencyKey = "k1", ValidateOnly = true }).ContentHash());

    [Fact]
    public void Whatever_else_is_said_otherwise_is_another_content()
    {
        Say[] others =
        [
            Said,
            Said with
            {
                Title = "Snow ",
            },
            Said with
            {
                Number = 2,
            },
            Said with
            {
                Month = new(1998, 5),
            },
            Said with
            {
                On = new(1998, 4, 15),
            },
            Said with
            {
                Channel = Channel.Web,
            },
            Said with
            {
                AgencyId = new("HHS", Guid.Empty),
            },
            Said with
            {
                Issues = ["Snow"],
            },
            Said with
            {
                Parts = [new()],
            },
            Said with
            {
                Part = new() { Title = "Ice" },
            },
            Said with
            {
                Part = new() { On = new(1998, 4, 14) },
            },
        ];

        Assert.Equal(others.Length, others.Select(other => other.ContentHash()).Distinct().Count());
    }

    [Fact]
    public void An_id_counts_as_it_was_written() =>
        Assert.Equal(Said.ContentHash(), (Said with { AgencyId = new("SSA", Guid.NewGuid()) }).ContentHash());

    [Fact]
    public void A_digest_outlives_the_server_that_made_it() =>
        Assert.Equal("287993c363bee91410fc8902eb7f8f8d3ebe6a41f", Said.ContentHash()[..41]);
}
