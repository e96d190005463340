using Cwa.Model;

namespace Cwa.Graph.Tests.Conditions;

internal sealed partial class RandomGovernment
{
    private void AddThemes(Agency agency)
    {
        foreach (var name in Names.DistinctBy(SearchText.Normalize).Take(Random.Next(4)))
        {
            var theme = Add(new AgencyTheme(agency.Id, name, AnyOf<FindingTheme>()));
            if (Coin)
                theme.Retire(Day());
        }
    }

    private void AddFindings(Agency agency, Event? @event, Survey? survey)
    {
        var themes = Made.OfType<AgencyTheme>().Where(t => t.AgencyId == agency.Id).ToList();
        for (var i = Random.Next(3); i > 0; i--)
        {
            var own = themes is not [] && Coin ? Among(themes) : null;
            var finding = Add(
                new Finding(
                    agency.Id,
                    AnyOf<FindingAbout>(),
                    "Open on Saturdays.",
                    Day(),
                    @event?.Id,
                    survey?.Id,
                    theme: Coin && own is null ? AnyOf<FindingTheme>() : null,
                    customerGroup: Coin ? AnyOf<CustomerGroup>() : null,
                    people: Coin ? Random.Next(50) : null,
                    ownTheme: own
                )
            );
            for (var j = Random.Next(3); j > 0; j--)
            {
                var action = Add(new FindingAction(finding.Id, "We open.", finding.FoundOn.AddDays(j)));
                for (var k = Random.Next(3); k > 0; k--)
                    Add(new FindingOutcome(action.Id, "People came.", action.TakenOn.AddDays(k)));
            }
        }
    }
}
