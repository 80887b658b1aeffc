import { Component, type ComponentChildren } from "preact";
import { Failure } from "../show/Failure.js";

interface Props {
  readonly children: ComponentChildren;
}

/** A view that throws while it draws takes nothing else with it. */
export class Guard extends Component<Props, { readonly error: Error | null }> {
  override state = { error: null as Error | null };

  override componentDidCatch(error: Error): void {
    this.setState({ error });
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Failure error={error} onRetry={() => this.setState({ error: null })} />;
  }
}
