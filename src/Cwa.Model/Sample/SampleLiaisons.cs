namespace Cwa.Model;

/// <summary>Liaisons designated on time, late or not at all. Some have successors; NPR was told of most.</summary>
internal static class SampleLiaisons
{
    public static IEnumerable<object> Of(SampleAgency sample)
    {
        if (sample.Traits.DesignatedOn is not { } designatedOn || !sample.IsPast(designatedOn))
            yield break;

        var random = sample.Random("liaisons");
        var first = Designate(sample, random, designatedOn, sample.Spokesperson, isToldNpr: !random.Chance(4));
        var endedOn = designatedOn.AddDays(random.Between(60, 220));
        var ends = random.Chance(12) && sample.IsPast(endedOn);
        if (ends)
        {
            first.End(endedOn);
            sample.Announce(FeedKind.LiaisonDesignationEnded, first.Id, SampleAgency.OfficeHour(endedOn, random));
        }

        yield return first;
        yield return Audit(sample, first);

        var nextOn = endedOn.AddDays(random.Chance(60) ? 0 : random.Between(5, 40));
        if (!ends || random.Chance(15) || !sample.IsPast(nextOn))
            yield break;

        var second = Designate(
            sample,
            random,
            nextOn,
            SampleNames.Of($"{sample.Agency.Abbreviation}/second liaison"),
            isToldNpr: true
        );
        yield return second;
        yield return Audit(sample, second);
    }

    private static Liaison Designate(SampleAgency sample, SampleRandom random, DateOnly on, string name, bool isToldNpr)
    {
        var abbreviation = sample.Agency.Abbreviation;
        var host = abbreviation.ToLowerInvariant();
        var at = Washington.At(on, new TimeOnly(random.Between(9, 17), random.Between(0, 59)));
        var told = at.AddDays(random.Chance(70) ? 0 : random.Between(1, 12));
        var reportedAt = isToldNpr && sample.IsPast(Washington.DateOf(told)) ? told : (DateTime?)null;
        var phone = $"202-555-01{random.Between(0, 99):D2}";
        var email = random.Chance(80) ? $"liaison@{host}.example" : null;

        var liaison = new Liaison(
            sample.Agency.Id,
            name,
            SampleAgency.Marked("Liaison for Conversations with America"),
            $"Office of Customer Service, {abbreviation}",
            phone,
            email,
            sample.Traits.Coverage,
            on,
            reportedAt,
            sample.Id(at, $"liaison {name}"),
            at
        );
        sample.Announce(FeedKind.LiaisonDesignated, liaison.Id, at);
        return liaison;
    }

    private static AuditEntry Audit(SampleAgency sample, Liaison liaison) =>
        sample.Audit(
            "designateLiaison",
            nameof(Liaison),
            liaison.Id,
            $$"""{"designatedOn":"{{liaison.DesignatedOn:O}}"}""",
            liaison.RecordedAt
        );
}
