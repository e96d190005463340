using Cwa.Model;

namespace Cwa.Graph.Tests;

internal static class ExportedFigures
{
    /// <summary>Imports three rows of an agency's figures, one with a missing number.</summary>
    public static async Task ImportAsync(this CwaServer server, Agency agency) =>
        Assert.Equal(
            (3, 3, 0, 0),
            (
                await server
                    .As(agency)
                    .ImportAsync(
                        "complaint-metrics",
                        Importing.Figures(
                            $"{agency.Abbreviation},1998-04,10,5,3,12,2.5,,",
                            $"{agency.Abbreviation},1998-05,12,5,3,14,<1,,",
                            $"{agency.Abbreviation},1998-04,,5,3,12,2.5,\"Late, lost\",TIMELINESS"
                        )
                    )
            ).Counts()
        );
}
