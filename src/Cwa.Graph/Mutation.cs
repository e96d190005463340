using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>What can be done, in the memorandum's order.</summary>
public sealed class Mutation() : RootType(
    typeof(DesignateLiaison));
